/** 管理: the accounts of a bureau, their phones, and what was done by whom. */
@NullMarked
package cn.anxun.server.console.people;

import org.jspecify.annotations.NullMarked;
