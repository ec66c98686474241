using System.Buffers;
using ArtisansCorner.Platform.Problems;
using MimeKit;

namespace ArtisansCorner.Platform.Email;

/// <summary>Reads the address of one person; what could smuggle a header or a second person into a message is none.</summary>
public static class EmailAddress
{
    private const int Longest = 320;

    // An angle, a comma or a space would name somebody else, or say more than an address.
    private static readonly SearchValues<char> Foreign = SearchValues.Create(" <>,;:\"()[]\\");

    /// <summary>The address without spaces around it, or why it is none.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="field">The field it was typed into.</param>
    public static Outcome<string> Read(string? text, string field)
    {
        if (string.IsNullOrWhiteSpace(text)) return new Problem("email_missing", "To which e-mail address?", field);
        var address = text.Trim(' ');
        var isOne = address.Length <= Longest && !address.Any(char.IsControl) && !address.AsSpan().ContainsAny(Foreign)
            && address.Split('@') is [{ Length: > 0 and <= 64 }, { Length: > 0 } host] && host is not (['.' or '-', ..] or [.., '.' or '-'])
            && MailboxAddress.TryParse(address, out var mailbox) && mailbox.Address == address;
        return isOne ? address : new Problem("email_invalid", "This does not look like an e-mail address.", field);
    }
}
