package org.eclipse.jetty.util.log;

/** Jetty 9's logger, of which nothing is called. */
public interface Logger {}
