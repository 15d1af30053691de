/** What the phone itself gives: its clock, its disk, its keys; replaced as a whole in tests. */
@NullMarked
package cn.anxun.app.device;

import org.jspecify.annotations.NullMarked;
