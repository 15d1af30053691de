/** 执法文书 on the server: numbers given to devices, the register, and papers as files. */
@NullMarked
package cn.anxun.server.paper;

import org.jspecify.annotations.NullMarked;
