// Weights are kept in grams, prices in öre.
#define KILOGRAM 1000
#define GRAMS(KILOGRAMS) ((int) ((KILOGRAMS) * KILOGRAM))
#define KRONOR(ORE) ((ORE) / 100.0)
