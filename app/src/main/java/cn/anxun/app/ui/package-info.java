/** What the screens are made of. */
@NullMarked
package cn.anxun.app.ui;

import org.jspecify.annotations.NullMarked;
