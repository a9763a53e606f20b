import { useEffect } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { CasePage } from './cases/CasePage';
import { Cases } from './cases/Cases';
import { HistoryCheck } from './check/HistoryCheck';
import { CustomerPage } from './customers/CustomerPage';
import { Customers } from './customers/Customers';
import { NewCustomer } from './customers/NewCustomer';
import { tabsOf } from './customers/tabs';
import { Definitions } from './definitions/Definitions';
import { Desk } from './desk/Desk';
import { Floor } from './floor/Floor';
import { Crash } from './frame/Crash';
import { Frame } from './frame/Frame';
import { Opening } from './frame/Opening';
import { places } from './frame/places';
import { History } from './history/History';
import { ImportPage } from './imports/ImportPage';
import { Imports } from './imports/Imports';
import { hurry, start, useStore } from './link/store';
import { Login } from './login/Login';
import { MergePage } from './quality/MergePage';
import { Quality } from './quality/Quality';
import { Past } from './past/Past';
import { Switchroom } from './switchroom/Switchroom';

export function App() {
  const me = useStore((store) => store.me);
  useEffect(() => {
    void start();
  }, []);
  useEffect(() => {
    const back = () => {
      if (!document.hidden) {
        hurry();
      }
    };
    addEventListener('online', back);
    document.addEventListener('visibilitychange', back);
    return () => {
      removeEventListener('online', back);
      document.removeEventListener('visibilitychange', back);
    };
  }, []);
  if (me === undefined) {
    return <Opening />;
  }
  if (me === null) {
    return <Login />;
  }
  const mine = places(me);
  const rooms = tabsOf(me.roles);
  return (
    <Crash>
      <Frame me={me} places={mine}>
        <Switch>
          {mine.includes('desk') && <Route path="/desk" component={Desk} />}
          {mine.includes('floor') && <Route path="/floor" component={Floor} />}
          {mine.includes('floor') && <Route path="/past" component={Past} />}
          <Route path="/history" component={History} />
          <Route path="/customers" component={Customers} />
          <Route path="/customers/new" component={NewCustomer} />
          <Route path="/customers/:id">{({ id }) => <CustomerPage key={id} id={id} />}</Route>
          {rooms.includes('quality') && <Route path="/quality" component={Quality} />}
          {rooms.includes('quality') && (
            <Route path="/quality/:one/:other">
              {({ one, other }) => <MergePage one={one} other={other} />}
            </Route>
          )}
          {rooms.includes('imports') && <Route path="/imports" component={Imports} />}
          {rooms.includes('imports') && (
            <Route path="/imports/:id">{({ id }) => <ImportPage key={id} id={id} />}</Route>
          )}
          {rooms.includes('definitions') && <Route path="/definitions" component={Definitions} />}
          <Route path="/cases" component={Cases} />
          <Route path="/cases/:id">{({ id }) => <CasePage key={id} id={id} />}</Route>
          {mine.includes('check') && <Route path="/check" component={HistoryCheck} />}
          {mine.includes('switchroom') && <Route path="/switchroom" component={Switchroom} />}
          <Route>
            <Redirect to={`/${mine[0] ?? 'history'}`} replace />
          </Route>
        </Switch>
      </Frame>
    </Crash>
  );
}
