package io.chainrule.service.store;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// How the embedded database treats its disk.
///
/// @param reserve free space below which nothing new is kept, so that running jobs can go on writing
@ConfigurationProperties("chainrule.storage")
record StorageSettings(@DefaultValue("100MB") DataSize reserve) {}
