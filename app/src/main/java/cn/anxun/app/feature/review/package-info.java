/** 复查: the round along the hazards that are due, site by site, passed or not at a tap each. */
@NullMarked
package cn.anxun.app.feature.review;

import org.jspecify.annotations.NullMarked;
