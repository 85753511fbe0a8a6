/** Characters of exactly the same sound, tone included: 投姿, 变线. */
import { bySound } from "../by-sound.mjs";
import { sameSound } from "../tables/sounds.mjs";

export const homophone = bySound("homophone", sameSound);
