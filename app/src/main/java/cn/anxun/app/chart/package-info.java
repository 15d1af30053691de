/**
 * The charts of the app as data, and the port that draws them. The build compiles one of two source
 * roots beside this one: {@code canvas}, or {@code mpandroidchart} by the profile of that name.
 */
@NullMarked
package cn.anxun.app.chart;

import org.jspecify.annotations.NullMarked;
