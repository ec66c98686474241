using ArtisansCorner.Platform.Values;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ArtisansCorner.Platform.Database;

/// <summary>A currency is stored as its code.</summary>
internal sealed class CurrencyCode() : ValueConverter<Currency, string>(currency => currency.Code, code => Currency.Of(code));
