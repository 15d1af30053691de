/** 自评表: a year's forms, what the office enters of them, their targets and the year's end. */
@NullMarked
package cn.anxun.server.console.form;

import org.jspecify.annotations.NullMarked;
