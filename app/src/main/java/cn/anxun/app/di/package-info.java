/** How the parts are put together. */
@NullMarked
package cn.anxun.app.di;

import org.jspecify.annotations.NullMarked;
