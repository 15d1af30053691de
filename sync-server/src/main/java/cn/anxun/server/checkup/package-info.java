/** 数据体检: what in a year's records an auditor would ask about, found before it is signed. */
@NullMarked
package cn.anxun.server.checkup;

import org.jspecify.annotations.NullMarked;
