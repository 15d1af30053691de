package cn.anxun.app.upload;

import cn.anxun.app.account.Enrolled;
import cn.anxun.app.data.remote.TusRemoteFiles;

/** The bureau's files as an enrolled phone reaches them. */
public interface RemotePhotos {
  TusRemoteFiles of(Enrolled enrolled);
}
