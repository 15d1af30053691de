/** Tests of 随手拍 and of photos that are sent in. */
@NullMarked
package cn.anxun.app.feature.shots;

import org.jspecify.annotations.NullMarked;
