package cn.anxun.app.navigation;

/** A screen on which something is under way: while it is open the idle lock does not strike. */
public interface FormScreen {}
