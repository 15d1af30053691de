/** 自评报告: the narrative beside a form, made of sentences with placeholders. */
@NullMarked
package cn.anxun.server.report.narrative;

import org.jspecify.annotations.NullMarked;
