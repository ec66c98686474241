using ArtisansCorner.Platform.Files;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Sales.Consigning;

/// <summary>A gallery's payment as it is being typed.</summary>
public sealed class GalleryPaymentForm
{
    /// <summary>Made with the form, so that sending it twice writes one payment.</summary>
    public Guid Token { get; set; }

    /// <summary>How much.</summary>
    public string? Amount { get; set; }

    /// <summary>The day on which it arrived.</summary>
    public string? Day { get; set; }

    /// <summary>What is to be remembered of it.</summary>
    public string? Note { get; set; }

    /// <summary>The form as it is offered: all that is open, today.</summary>
    public static GalleryPaymentForm For(GalleryStatement statement, DateOnly today, Currency currency) => new()
    {
        Token = Guid.CreateVersion7(), Amount = statement.Open > 0 ? currency.ToField(statement.Open) : null, Day = CsvText.Day(today),
    };

    /// <summary>The payment that it says, and what in it cannot be read.</summary>
    public (NewGalleryPayment Payment, List<Problem> Problems) Read(ShopFacts shop)
    {
        var reader = new FormReader(shop.Currency);
        return (new NewGalleryPayment(reader.Money(Amount, nameof(Amount)) ?? 0, reader.Day(Day, nameof(Day)), Note), reader.Problems);
    }
}
