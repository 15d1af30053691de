/** 自评报告: made of a template with a year's numbers, edited, held against the form. */
@NullMarked
package cn.anxun.server.console.narrative;

import org.jspecify.annotations.NullMarked;
