using ArtisansCorner.Platform.Email;

namespace ArtisansCorner.Tests.Platform;

/// <summary>What the address of a mail server says.</summary>
public sealed class SmtpSettingsTests
{
    [Theory]
    [InlineData("smtp://shop%40example.com:p%3Ass@mail.example.com", "mail.example.com", 587, SmtpSecurity.StartTls, "shop@example.com", "p:ss", "shop@example.com")]
    [InlineData("smtps://user:word@mail.example.com?from=shop@example.com", "mail.example.com", 465, SmtpSecurity.Encrypted, "user", "word", "shop@example.com")]
    [InlineData("smtp://mail.example.com:25?from=shop@example.com", "mail.example.com", 25, SmtpSecurity.StartTlsWhereOffered, null, null, "shop@example.com")]
    [InlineData("smtp://user:word@localhost:2525?from=shop@example.com", "localhost", 2525, SmtpSecurity.StartTlsWhereOffered, "user", "word", "shop@example.com")]
    public void An_address_says_all_there_is_to_know(string url, string host, int port, SmtpSecurity security, string? user, string? password, string from)
    {
        var settings = SmtpSettings.Parse(url);
        Assert.Equal(new SmtpSettings(host, port, security, user, password, from), settings);
        if (password is not null) Assert.DoesNotContain(password, settings.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mail.example.com")]
    [InlineData("https://mail.example.com?from=shop@example.com")]
    [InlineData("smtp://mail.example.com")]
    [InlineData("smtp://user:word@mail.example.com")]
    [InlineData("smtp://mail.example.com?from=shop@example.com%0d%0aBcc:eve@example.com")]
    public void One_that_makes_no_sense_stops_the_start_and_tells_no_secret(string url) =>
        Assert.DoesNotContain("word", Assert.Throws<InvalidOperationException>(() => SmtpSettings.Parse(url)).Message.Replace("user:password", "", StringComparison.Ordinal), StringComparison.Ordinal);
}
