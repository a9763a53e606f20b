package org.santral.server.directory.outside.ldap;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.BindRequest;
import com.unboundid.ldap.sdk.DereferencePolicy;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPConnectionPool;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import com.unboundid.ldap.sdk.SingleServerSet;
import com.unboundid.ldap.sdk.StartTLSPostConnectProcessor;
import com.unboundid.util.ssl.JVMDefaultTrustManager;
import com.unboundid.util.ssl.PEMFileTrustManager;
import com.unboundid.util.ssl.SSLUtil;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.santral.server.directory.outside.entry.Entry;
import org.santral.server.directory.outside.entry.Fields;
import org.santral.server.directory.outside.entry.Source;
import org.santral.server.directory.outside.entry.SourceTrouble;
import org.santral.server.numbers.PhoneNumbers;

/// A directory asked over LDAP. Connections are made when the first question needs one: a server that is away
/// keeps nobody from starting.
public final class LdapDirectory implements Source {
    private static final int MOST_ENTRIES = 20;
    private static final int MOST_NUMBERS = 50;
    private static final int LARGEST_MESSAGE = 1 << 20;

    private final LdapSettings settings;
    private final LdapFilters filters;
    private final Fields fields;
    private final LDAPConnectionPool pool;
    private final int seconds;

    /// @param longest after which a question is given up for good
    public LdapDirectory(LdapSettings settings, Duration longest, int connections) throws GeneralSecurityException {
        this.settings = settings;
        this.filters = new LdapFilters(settings.filter(), settings.forms());
        this.fields = settings.mapped();
        this.seconds = (int) Math.max(1, longest.toSeconds());
        try {
            this.pool = connect(longest, connections);
        } catch (LDAPException e) {
            throw new IllegalStateException("no connection is made before there is a question", e);
        }
    }

    private LDAPConnectionPool connect(Duration longest, int connections)
            throws LDAPException, GeneralSecurityException {
        LDAPConnectionOptions options = new LDAPConnectionOptions();
        options.setConnectTimeoutMillis((int) longest.toMillis());
        options.setResponseTimeoutMillis(longest.toMillis());
        options.setAbandonOnTimeout(true);
        options.setFollowReferrals(false);
        options.setUseKeepAlive(true);
        options.setMaxMessageSize(LARGEST_MESSAGE);
        SocketFactory sockets = SocketFactory.getDefault();
        StartTLSPostConnectProcessor startTls = null;
        if (settings.encrypted() || settings.startTls()) {
            options.setSSLSocketVerifier(new NameOnCertificate());
            SSLContext tls = new SSLUtil(trust()).createSSLContext();
            if (settings.encrypted()) {
                sockets = tls.getSocketFactory();
            } else {
                startTls = new StartTLSPostConnectProcessor(tls);
            }
        }
        BindRequest bind = settings.bindDn().isEmpty()
                ? new SimpleBindRequest()
                : new SimpleBindRequest(
                        settings.bindDn(),
                        settings.secret(new ArrayList<>(), "").value());
        LDAPConnectionPool made = new LDAPConnectionPool(
                new SingleServerSet(settings.host(), settings.port(), sockets, options),
                bind,
                0,
                connections,
                startTls,
                false);
        made.setCreateIfNecessary(true);
        made.setMaxWaitTimeMillis(longest.toMillis());
        // A connection that a firewall has forgotten shows at the first question: that one is asked anew.
        made.setRetryFailedOperationsDueToInvalidConnections(true);
        return made;
    }

    private X509TrustManager trust() throws GeneralSecurityException {
        return settings.trust() == null
                ? JVMDefaultTrustManager.getInstance()
                : new PEMFileTrustManager(settings.trust().toFile());
    }

    @Override
    public List<Entry> withNumber(PhoneNumbers.Reading reading) throws SourceTrouble {
        List<SearchResultEntry> found;
        try {
            SearchRequest search = new SearchRequest(
                    settings.base(),
                    SearchScope.SUB,
                    DereferencePolicy.NEVER,
                    MOST_ENTRIES,
                    seconds,
                    false,
                    filters.of(reading.e164()),
                    fields.all().toArray(String[]::new));
            found = search(search);
        } catch (LDAPException e) {
            throw new SourceTrouble(inWords(e), e);
        }
        List<Entry> entries = new ArrayList<>();
        for (SearchResultEntry one : found) {
            Entry entry = fields.entry(one.getDN(), place -> first(one, place), numbers(one));
            if (entry != null) {
                entries.add(entry);
            }
        }
        return entries;
    }

    /// The server's own words, or what kept it from saying any.
    private static String inWords(LDAPException e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String words = root instanceof LDAPException ldap ? ldap.getDiagnosticMessage() : root.getMessage();
        return e.getResultCode().getName() + (words == null || words.isEmpty() ? "" : ": " + words);
    }

    /// More than anybody wants to see is no fault: the first of them are taken.
    private List<SearchResultEntry> search(SearchRequest search) throws LDAPException {
        List<SearchResultEntry> found;
        try {
            found = pool.search(search).getSearchEntries();
        } catch (LDAPSearchException e) {
            if (!e.getResultCode().equals(ResultCode.SIZE_LIMIT_EXCEEDED)) {
                throw e;
            }
            found = e.getSearchEntries();
        }
        return found == null ? List.of() : found;
    }

    private static @Nullable String first(SearchResultEntry entry, String attribute) {
        return attribute.equalsIgnoreCase("dn") ? entry.getDN() : entry.getAttributeValue(attribute);
    }

    private List<Entry.Numbered> numbers(SearchResultEntry entry) {
        List<Entry.Numbered> numbers = new ArrayList<>();
        for (String place : fields.placesOf(Fields.NUMBERS)) {
            Attribute attribute = entry.getAttribute(place);
            if (attribute != null) {
                for (String value : attribute.getValues()) {
                    if (numbers.size() < MOST_NUMBERS) {
                        numbers.add(new Entry.Numbered(value, place));
                    }
                }
            }
        }
        return numbers;
    }

    @Override
    public void close() {
        pool.close();
    }
}
