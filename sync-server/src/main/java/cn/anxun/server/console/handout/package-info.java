/** 下载应用: the page from which phones get the app, open to everybody. */
@NullMarked
package cn.anxun.server.console.handout;

import org.jspecify.annotations.NullMarked;
