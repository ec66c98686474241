using ArtisansCorner.Platform.Email;

namespace ArtisansCorner.Tests.Platform;

/// <summary>Where the links of e-mails lead.</summary>
public sealed class SiteAddressTests
{
    [Theory]
    [InlineData("https://shop.example.com", "https://shop.example.com/clay")]
    [InlineData(" https://example.com/shop/ ", "https://example.com/shop/clay")]
    [InlineData("http://localhost:5000", "http://localhost:5000/clay")]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_page_stands_under_the_address_that_is_set(string? url, string? page) => Assert.Equal(page, SiteAddress.Parse(url).Of("/clay"));

    [Theory]
    [InlineData("shop.example.com")]
    [InlineData("ftp://shop.example.com")]
    [InlineData("https://shop.example.com?a=b")]
    [InlineData("https://user:word@shop.example.com")]
    public void One_that_makes_no_sense_stops_the_start(string url) => Assert.Throws<InvalidOperationException>(() => SiteAddress.Parse(url));
}
