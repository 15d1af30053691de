/** Tests of the home screen. */
@NullMarked
package cn.anxun.app.feature.home;

import org.jspecify.annotations.NullMarked;
