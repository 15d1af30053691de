/** 月报: what a month amounts to for each unit, never for a person. */
@NullMarked
package cn.anxun.server.console.monthly;

import org.jspecify.annotations.NullMarked;
