/** Characters that sound nearly the same: another tone, or zh/z ch/c sh/s n/l ang/an eng/en ing/in not told apart: 卫星, 投支. */
import { bySound } from "../by-sound.mjs";
import { nearSound } from "../tables/sounds.mjs";

export const nearHomophone = bySound("near_homophone", nearSound);
