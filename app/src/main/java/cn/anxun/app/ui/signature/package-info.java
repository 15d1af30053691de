/** A hand's writing: the pad that takes it and the ink that draws it in any size. */
@NullMarked
package cn.anxun.app.ui.signature;

import org.jspecify.annotations.NullMarked;
