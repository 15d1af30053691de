/** Papers as they are printed: pages of A4 that are drawn on the screen and into PDF alike. */
@NullMarked
package cn.anxun.app.paper;

import org.jspecify.annotations.NullMarked;
