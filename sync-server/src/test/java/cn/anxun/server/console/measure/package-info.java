@org.jspecify.annotations.NullMarked
package cn.anxun.server.console.measure;
