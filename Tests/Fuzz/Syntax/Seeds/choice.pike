void f() { if (a) b(); /* why? */ c(); if (d) e();      g(); }
