/** Tests of the review round, on its real screen. */
@NullMarked
package cn.anxun.app.feature.review;

import org.jspecify.annotations.NullMarked;
