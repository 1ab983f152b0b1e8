int Ã© = 'x';
string s = "ÿþ";// í €
\u00e9 = 1;