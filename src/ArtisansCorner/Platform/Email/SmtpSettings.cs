using System.Globalization;

namespace ArtisansCorner.Platform.Email;

/// <summary>The mail server of this installation, as Smtp:Url says it: <c>smtp://user:password@host:587?from=shop@example.com</c>, or <c>smtps://</c>.</summary>
/// <param name="Host">Its name.</param>
/// <param name="Port">Its port.</param>
/// <param name="Security">How the connection is kept from others.</param>
/// <param name="User">Whom to sign in as; nothing: nobody.</param>
/// <param name="Password">With which password.</param>
/// <param name="From">The address that e-mails come from.</param>
public sealed record SmtpSettings(string Host, int Port, SmtpSecurity Security, string? User, string? Password, string From)
{
    private const int SubmissionPort = 587;
    private const int EncryptedPort = 465;

    /// <summary>The settings that the address says; one that makes no sense stops the start, for a server that cannot send shall not look as if it could.</summary>
    public static SmtpSettings Parse(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("smtp" or "smtps") || address.Host.Length == 0)
            throw new InvalidOperationException("Smtp:Url is no address of a mail server, such as smtp://user:password@mail.example.com:587?from=shop@example.com.");
        string?[] who = [.. address.UserInfo.Split(':', 2).Select(Uri.UnescapeDataString)];
        var user = string.IsNullOrEmpty(who[0]) ? null : who[0];
        var from = System.Web.HttpUtility.ParseQueryString(address.Query)["from"] ?? user;
        if (EmailAddress.Read(from, "from") is not { Succeeded: true, Value: { } sender })
            throw new InvalidOperationException("Smtp:Url does not say which address e-mails come from; add ?from=shop@example.com.");
        var encrypted = address.Scheme == "smtps";
        // A password never goes over a line that others can read; a relay on this very machine has no such line.
        var security = encrypted ? SmtpSecurity.Encrypted : user is not null && !address.IsLoopback ? SmtpSecurity.StartTls : SmtpSecurity.StartTlsWhereOffered;
        return new SmtpSettings(address.IdnHost, address.Port > 0 ? address.Port : encrypted ? EncryptedPort : SubmissionPort, security, user, who.Length > 1 ? who[1] : null, sender);
    }

    /// <summary>Where it sends, without any secret.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Host}:{Port}, from {From}");
}

/// <summary>How a connection to a mail server is kept from others; certificates are always checked.</summary>
public enum SmtpSecurity
{
    /// <summary>Encrypted from the first byte.</summary>
    Encrypted,

    /// <summary>Encrypted after a word in clear; without that nothing is sent.</summary>
    StartTls,

    /// <summary>Encrypted where the server offers it.</summary>
    StartTlsWhereOffered,
}
