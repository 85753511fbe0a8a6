import { tableOf } from "./table.mjs";

/** Numbers in other dress: financial, Arabic, Chinese and sound-alike numerals; units that sound or look alike. By hand. */
export const numberForms = tableOf(`
  0:〇,零,o,O 1:一,壹,幺,l 2:二,贰,两 3:三,叁,散 4:四,肆,丝 5:五,伍,舞 6:六,陆,溜 7:七,柒,漆 8:八,捌,吧 9:九,玖,酒 10:十,拾
  100:一百,1佰,百 1000:1千,一千,1仟 10000:1万,一万,1w 00:oo,OO,〇〇 一:1,壹,① 二:2,贰 两:2 三:3,叁,弎 四:4,肆 五:5,伍 六:6,陆
  七:7,柒 八:8,捌 九:9,玖 十:10,拾 叁:3,三 百:佰,00 千:仟,k,K 万:丸,萬,w,W 元:圆,块,園 亿:億,e 零:0,〇 双:2 第一:第1,第壹
  第二:第2,第贰
`);
