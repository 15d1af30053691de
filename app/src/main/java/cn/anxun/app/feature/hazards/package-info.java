/** 隐患台账: the list of all hazards, one hazard's page, and the forms of its steps. */
@NullMarked
package cn.anxun.app.feature.hazards;

import org.jspecify.annotations.NullMarked;
