import { tableOf } from "./table.mjs";

/** Latin letters that look like Greek, Cyrillic or phonetic ones. By hand, from the shapes of the letters. */
export const letterLookalikes = tableOf(`
  A:А,Α,Ꭺ B:В,Β,Ᏼ C:С,Ϲ,Ⅽ D:Ꭰ,Ⅾ E:Е,Ε,Ꭼ F:Ϝ G:Ԍ,Ꮐ H:Н,Η,Ꮋ I:І,Ι,Ӏ J:Ј,Ꭻ K:К,Κ,Ꮶ L:Ꮮ,Ⅼ M:М,Μ,Ꮇ N:Ν O:О,Ο,Օ P:Р,Ρ,Ꮲ
  Q:Ԛ R:Ꭱ S:Ѕ,Տ T:Т,Τ,Ꭲ U:Ս V:Ѵ,Ꮩ,Ⅴ W:Ԝ,Ꮃ X:Х,Χ,Ⅹ Y:Υ,Ү Z:Ζ,Ꮓ a:а,ɑ,α b:Ь,Ƅ c:с,ϲ,ᴄ d:ԁ,ɗ e:е,ҽ g:ɡ,ց h:һ,հ i:і,ι,ɩ
  j:ј,ϳ k:к,κ l:ӏ,ⅼ,ɭ m:м,ⅿ n:ո,п o:о,ο,ᴏ p:р,ρ q:ԛ,գ r:г,ᴦ s:ѕ,ꜱ t:т,τ u:υ,ս,ᴜ v:ѵ,ν,ᴠ w:ԝ,ᴡ,ω x:х,χ,ⅹ y:у,γ,ү z:ᴢ,ʐ
`);
