/** 随手拍 and photos that were sent in: what becomes of a photo that belongs to no record yet. */
@NullMarked
package cn.anxun.app.feature.shots;

import org.jspecify.annotations.NullMarked;
