namespace ArtisansCorner.Platform.Email;

/// <summary>Where no SMTP is configured: an e-mail goes into the log and reaches nobody.</summary>
public sealed partial class LoggedEmailSender(ILogger<LoggedEmailSender> log) : IEmailSender
{
    /// <inheritdoc />
    public bool ReachesPeople => false;

    /// <inheritdoc />
    public Task<EmailOutcome> SendAsync(OutgoingEmail email, CancellationToken cancel)
    {
        Logged(log, email.To, email.Subject, email.Text);
        return Task.FromResult(EmailOutcome.Sent);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "No Smtp:Url is set, so this e-mail is only written here. To: {To}. Subject: {Subject}.\n{Text}")]
    private static partial void Logged(ILogger log, string to, string subject, string text);
}
