/** Emoticon codes, tags and formatting marks between the characters: 轻投[em]e400655[/em]资, 下<b></b>线. */
import { insertBetween } from "../letters.mjs";

const faces = ["玫瑰", "微笑", "强", "红包", "握手", "庆祝", "爱心", "太阳", "发抖", "鼓掌"];
const makers = [
  (random) => `[em]e${400000 + random.below(1000)}[/em]`,
  (random) => `[${random.pick(faces)}]`,
  (random) => `/${random.pick(faces)}`,
  (random) => `[CQ:face,id=${random.below(200)}]`,
  (random) => random.pick(["<b></b>", "<br>", "<br/>", "<wbr>", "<i></i>", "<span></span>", "<!-- -->", "</p><p>"]),
  (random) => `<font color="#${(0x100000 + random.below(0xefffff)).toString(16)}"></font>`,
  (random) => `<img src="/f/${random.below(99)}.gif">`,
  (random) => random.pick(["[b][/b]", "[i][/i]", "[color=red][/color]", "[/b][b]"]),
  (random) => random.pick(["**", "__", "~~", "``"]),
  (random) => `:${random.pick(["smile", "rose", "fire", "+1", "heart"])}:`,
];

/** @type {import("../letters.mjs").Kind} */
export const markup = {
  kind: "markup",
  undone: "markup",
  layer: "encoding",
  disguise: ({ text }, random) => {
    const make = random.pick(makers);
    return insertBetween(text, () => make(random), random);
  },
};
