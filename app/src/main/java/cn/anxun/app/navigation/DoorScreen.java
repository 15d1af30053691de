package cn.anxun.app.navigation;

/** A screen that stands before the app: 入网, a new PIN, unlocking. */
public interface DoorScreen {}
