/**
 * Names of the emoticons that QQ and WeChat write as text, `[微笑]` and `/微笑`, set down from use. Left out: 红包 (a word that schemes
 * use) and every name that is a term or part of a term. Names of one character count in brackets only: `衣/食/饭` is no emoticon.
 */
const names =
  "微笑 撇嘴 发呆 得意 流泪 害羞 闭嘴 大哭 尴尬 发怒 调皮 呲牙 惊讶 难过 冷汗 抓狂 偷笑 可爱 愉快 白眼 傲慢 饥饿 惊恐 流汗 憨笑 悠闲 大兵 奋斗 咒骂 " +
  "疑问 折磨 骷髅 敲打 再见 擦汗 抠鼻 鼓掌 糗大了 坏笑 左哼哼 右哼哼 哈欠 鄙视 委屈 快哭了 阴险 亲亲 可怜 菜刀 西瓜 啤酒 篮球 乒乓 咖啡 猪头 玫瑰 凋谢 " +
  "嘴唇 示爱 心碎 蛋糕 闪电 炸弹 足球 瓢虫 便便 月亮 礼物 拥抱 握手 胜利 抱拳 勾引 拳头 差劲 爱你 爱情 飞吻 跳跳 发抖 怄火 转圈 磕头 回头 " +
  "跳绳 挥手 激动 街舞 献吻 左太极 右太极 嘿哈 捂脸 奸笑 机智 皱眉 庆祝 合十 破涕为笑 笑脸 生病 脸红 恐惧 失望 无语 吃瓜 旺柴 社会社会 强 弱 色 酷 吐 晕 衰 嘘 吓 饭 刀 耶 鬼";

/** The names, longest first. */
export const emoticonNames: readonly string[] = names.split(" ").sort((left, right) => right.length - left.length);
