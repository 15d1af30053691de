package cn.anxun.app.chart;

import dagger.Binds;
import dagger.Module;
import dagger.hilt.InstallIn;
import dagger.hilt.components.SingletonComponent;

/** Binds the charts of this build. */
@Module
@InstallIn(SingletonComponent.class)
public interface ChartModule {
  @Binds
  Charts charts(LibraryCharts charts);
}
