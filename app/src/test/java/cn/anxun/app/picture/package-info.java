/** Pictures of every screen, drawn by Android's own code, to be opened and judged. */
@NullMarked
package cn.anxun.app.picture;

import org.jspecify.annotations.NullMarked;
