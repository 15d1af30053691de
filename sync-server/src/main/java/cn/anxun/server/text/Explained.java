package cn.anxun.server.text;

/**
 * A failure whose message says to a person what is wrong and what to do, in both languages. The
 * command line prints it without a stack trace.
 */
public interface Explained {}
