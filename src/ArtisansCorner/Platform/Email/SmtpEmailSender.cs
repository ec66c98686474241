using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace ArtisansCorner.Platform.Email;

/// <summary>Sends over SMTP, with time-outs and checked certificates; a text and the same as HTML, with the PDF that goes with them.</summary>
public sealed partial class SmtpEmailSender(SmtpSettings settings, ILogger<SmtpEmailSender> log) : IEmailSender
{
    /// <summary>No e-mail takes longer, so that a claim outlives it.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);

    private static readonly TimeSpan Step = TimeSpan.FromSeconds(15);

    /// <inheritdoc />
    public bool ReachesPeople => true;

    /// <inheritdoc />
    public async Task<EmailOutcome> SendAsync(OutgoingEmail email, CancellationToken cancel)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        deadline.CancelAfter(Patience);
        try
        {
            await DeliverAsync(MessageOf(email), deadline.Token);
            return EmailOutcome.Sent;
        }
        catch (SmtpCommandException refused) when (refused.ErrorCode == SmtpErrorCode.RecipientNotAccepted && (int)refused.StatusCode >= 500)
        {
            return new EmailOutcome("The mail server refused this address.", IsFinal: true);
        }
        catch (Exception problem) when (problem is ServiceNotConnectedException or CommandException or ProtocolException or AuthenticationException or SslHandshakeException
            or SocketException or IOException or TimeoutException or NotSupportedException || (problem is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            // What it says in detail is for the operator; it may name hosts and users.
            Failed(log, email.Id, settings, problem);
            return new EmailOutcome("The mail server did not take it.");
        }
    }

    private async Task DeliverAsync(MimeMessage message, CancellationToken cancel)
    {
        using var client = new SmtpClient { Timeout = (int)Step.TotalMilliseconds, CheckCertificateRevocation = false };
        await client.ConnectAsync(settings.Host, settings.Port, OptionsOf(settings.Security), cancel);
        if (settings.User is not null) await client.AuthenticateAsync(settings.User, settings.Password ?? "", cancel);
        await client.SendAsync(message, cancel);
        try
        {
            await client.DisconnectAsync(true, cancel);
        }
        catch (Exception problem) when (problem is IOException or ProtocolException or SocketException)
        {
            // It was taken; how the line ends does not matter.
        }
    }

    private MimeMessage MessageOf(OutgoingEmail email)
    {
        var message = new MimeMessage { Subject = OneLine(email.Subject), Date = email.AskedAt, MessageId = $"{email.Id:N}@{settings.From.Split('@')[^1]}" };
        message.From.Add(new MailboxAddress(OneLine(email.FromName), settings.From));
        message.To.Add(new MailboxAddress("", email.To));
        message.Headers.Add("Auto-Submitted", "auto-generated");
        if (email.StopAddress is { } stop)
        {
            message.Headers.Add(HeaderId.ListUnsubscribe, $"<{OneLine(stop)}>");
            message.Headers.Add(HeaderId.ListUnsubscribePost, "List-Unsubscribe=One-Click");
        }

        var body = new BodyBuilder { TextBody = email.Text, HtmlBody = email.Html };
        if (email.Attachment is { } file) body.Attachments.Add(OneLine(email.AttachmentName!), file, new ContentType("application", "pdf"));
        message.Body = body.ToMessageBody();
        return message;
    }

    private static string OneLine(string text) => string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter));

    private static SecureSocketOptions OptionsOf(SmtpSecurity security) => security switch
    {
        SmtpSecurity.Encrypted => SecureSocketOptions.SslOnConnect,
        SmtpSecurity.StartTls => SecureSocketOptions.StartTls,
        _ => SecureSocketOptions.StartTlsWhenAvailable,
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "The e-mail {EmailId} was not taken by {Server}; it will be tried again.")]
    private static partial void Failed(ILogger log, Guid emailId, SmtpSettings server, Exception problem);
}
