/** 演练, 培训, 宣传 and every other kind that is recorded by a plain form, from preset cards. */
@NullMarked
package cn.anxun.app.feature.activity;

import org.jspecify.annotations.NullMarked;
