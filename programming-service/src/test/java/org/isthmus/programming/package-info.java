package org.isthmus.programming;
